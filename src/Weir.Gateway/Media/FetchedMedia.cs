namespace Weir.Gateway.Media;

/// <summary>Content that was fetched, and what it really is.</summary>
/// <param name="MediaType">In small letters, without parameters.</param>
/// <param name="Bytes">All of it.</param>
public sealed record FetchedMedia(string MediaType, ReadOnlyMemory<byte> Bytes);
