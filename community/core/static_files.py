"""Static files beside pages: only their own addresses go through the loop that serves them.

servestatic's middleware is asynchronous only, so in a synchronous process (gunicorn, the test
client) every page would travel through a loop and threads of its own: about a third of its time.
"""

from collections.abc import Callable

from asgiref.sync import async_to_sync, iscoroutinefunction, sync_to_async
from django.utils.decorators import sync_and_async_middleware
from servestatic.middleware import ServeStaticMiddleware


@sync_and_async_middleware
def static_files(get_response: Callable) -> Callable:
    """Serves what stands under STATIC_URL; everything else goes on as it came."""
    if iscoroutinefunction(get_response):
        return ServeStaticMiddleware(get_response)
    files = ServeStaticMiddleware(sync_to_async(get_response))
    served = async_to_sync(files)

    def answered(request: object) -> object:
        is_file = request.path_info.startswith(files.static_prefix)
        return served(request) if is_file else get_response(request)

    return answered
