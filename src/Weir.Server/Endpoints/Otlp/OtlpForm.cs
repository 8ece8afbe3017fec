namespace Weir.Server.Endpoints.Otlp;

/// <summary>What is known of a message before it is read.</summary>
/// <param name="Encoding">How to decode it.</param>
/// <param name="Length">Bytes it must have, so that one that is cut between two spans is not taken for whole; null when the transport sees to that.</param>
internal readonly record struct OtlpForm(OtlpEncoding Encoding, long? Length);
