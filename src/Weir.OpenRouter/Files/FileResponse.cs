namespace Weir.OpenRouter;

/// <summary>
/// A file. All members are in <see cref="WireRecord.Extra"/>: <c>id</c>, <c>filename</c> and, by the form of the answer, <c>mime_type</c>, <c>size_bytes</c>,
/// <c>created_at</c>.
/// </summary>
public sealed record FileResponse : WireRecord;
