"""The ways in: over HTTP, inside this process, and the door for tests of another process.

A door carries calls to the server and answers back, and decides nothing. It hands out `serve`,
`InProcessRequest` and the routes of the control door.
"""
