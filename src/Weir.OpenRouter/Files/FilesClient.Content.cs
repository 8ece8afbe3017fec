namespace Weir.OpenRouter;

/// <content>What is not JSON.</content>
public sealed partial class FilesClient
{
    /// <summary>Uploads a file. <c>POST /files</c>.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="fileName">Its name.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<FileResponse> UploadAsync(ReadOnlyMemory<byte> content, string fileName, CancellationToken cancellationToken = default) =>
        _transport.SendFormAsync(
            "files", () => new MultipartFormDataContent { { new ReadOnlyMemoryContent(content), "file", fileName } }, FilesJson.Default.FileResponse, cancellationToken);

    /// <summary>The bytes of a file. <c>GET /files/{file_id}/content</c>.</summary>
    /// <returns>A stream; dispose it.</returns>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Stream> DownloadAsync(string fileId, CancellationToken cancellationToken = default) =>
        _transport.OpenAsync(HttpMethod.Get, $"files/{Uri.EscapeDataString(fileId)}/content", static () => null, cancellationToken);
}
