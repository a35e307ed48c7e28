"""From metres in space to flat shapes on a sheet."""
