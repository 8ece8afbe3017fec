namespace Weir.OpenRouter;

/// <summary>
/// Says that a file is deleted. All members are in <see cref="WireRecord.Extra"/>: <c>id</c> and, by the form of the answer, <c>type</c> or <c>object</c> and
/// <c>deleted</c>.
/// </summary>
public sealed record FileDeleteResponse : WireRecord;
