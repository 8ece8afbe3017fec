namespace Weir.OpenRouter;

/// <summary>The classification operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ClassificationsClient
{
    private readonly OpenRouterTransport _transport;

    internal ClassificationsClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>What models are used for, by kind of task. <c>GET /classifications/task</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<TaskClassificationData> ListTasksAsync(ListTasksClassificationQuery? query = null, CancellationToken cancellationToken = default) =>
        OpenRouterTransport.UnwrapAsync(_transport.SendAsync(
            HttpMethod.Get, "classifications/task", query?.ToText(),
            ClassificationsJson.Default.DataOfTaskClassificationData, cancellationToken));
}
