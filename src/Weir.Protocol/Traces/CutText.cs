namespace Weir.Protocol.Traces;

/// <summary>A text that was cut to keep an answer small.</summary>
/// <param name="Path">Where it stands: <c>attributes.input.value</c>, <c>events.0.exception.stacktrace</c>.</param>
/// <param name="Length">Its whole length in UTF-16 code units.</param>
public sealed record CutText(string Path, long Length);
