namespace Weir.OpenRouter;

/// <summary>What <c>FilesClient</c> gets: file list response.</summary>
public sealed record FileListResponse : WireRecord;
