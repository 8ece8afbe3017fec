namespace Weir.OpenRouter;

/// <summary>What <c>FilesClient</c> gets: file delete response.</summary>
public sealed record FileDeleteResponse : WireRecord;
