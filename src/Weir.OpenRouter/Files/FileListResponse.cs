namespace Weir.OpenRouter;

/// <summary>
/// A page of files. All members are in <see cref="WireRecord.Extra"/>: <c>data</c>, <c>has_more</c>, <c>first_id</c>, <c>last_id</c> and, where there is one,
/// <c>cursor</c>.
/// </summary>
public sealed record FileListResponse : WireRecord;
