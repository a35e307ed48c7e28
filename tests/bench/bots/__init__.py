"""The bots that Limber is compared with, each as small as its library's own examples."""
