namespace Weir.OpenRouter;

/// <summary>What <c>FilesClient</c> gets: file response.</summary>
public sealed record FileResponse : WireRecord;
