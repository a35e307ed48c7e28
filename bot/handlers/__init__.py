"""What happens when a runner writes, taps or is reminded; grouped by capability.

A handler reads, decides through `content` and `services`, writes, and says through `views`. No
capability knows another; `router` is the one place that knows all of them.
"""
