namespace Weir.OpenInference;

/// <summary>Receives the data of one server-sent event.</summary>
/// <param name="data">Its <c>data:</c> lines joined by line feeds, UTF-8, valid only during the call.</param>
public delegate void SseDataHandler(ReadOnlySpan<byte> data);
