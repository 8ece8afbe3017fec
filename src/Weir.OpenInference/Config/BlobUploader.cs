namespace Weir.OpenInference;

/// <summary>Stores an over-long inline image or audio elsewhere and says where it will be.</summary>
/// <param name="content">Decoded bytes, valid during the call; copy them if the transfer happens later, as it should.</param>
/// <param name="mimeType">Media type from the data URI, for example <c>image/png</c>.</param>
/// <returns>Absolute URI, best derived from a hash of the content; null redacts the value.</returns>
public delegate string? BlobUploader(ReadOnlyMemory<byte> content, string mimeType);
