namespace Weir.OpenRouter;

/// <summary>The file operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class FilesClient
{
    private readonly OpenRouterTransport _transport;

    internal FilesClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Files that were uploaded. <c>GET /files</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<FileListResponse> ListAsync(ListFilesQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, "files", query?.ToText(), FilesJson.Default.FileListResponse, cancellationToken);

    /// <summary>Deletes a file. <c>DELETE /files/{file_id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<FileDeleteResponse> DeleteAsync(string fileId, DeleteFileQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Delete, $"files/{Uri.EscapeDataString(fileId)}", query?.ToText(),
            FilesJson.Default.FileDeleteResponse, cancellationToken);

    /// <summary>What is known of a file. <c>GET /files/{file_id}</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<FileResponse> GetAsync(string fileId, GetFileQuery? query = null, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Get, $"files/{Uri.EscapeDataString(fileId)}", query?.ToText(),
            FilesJson.Default.FileResponse, cancellationToken);

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
