"""Room for the frames of deep calls, taken once."""

SLOTS = 20_000  # of eight bytes; the deepest page needs a tenth


def with_room_for_calls(function):
    """The function itself, changed so that a call of it takes the room that all calls inside it need.

    CPython keeps frames in chunks of 16 kB, and gives a chunk back as soon as the last frame in it ends. A loop that
    happens to run at the end of a chunk asks the system for memory at each call: the list of mentors did so 296 times,
    a tenth of the page (1.2 of 12.5 ms). A function that says it needs much room makes CPython take one large chunk.
    """
    function.__code__ = function.__code__.replace(co_stacksize=SLOTS)
    return function
