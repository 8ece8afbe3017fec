namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>How a row of <c>span_payloads</c> is packed; its first byte, and a row of <c>codecs</c> once it is used.</summary>
internal enum PayloadCodec
{
    /// <summary>One span as it is: too small to gain anything.</summary>
    None = 0,

    /// <summary>One span, Brotli.</summary>
    Brotli = 1,

    /// <summary>Several spans together, Brotli.</summary>
    BrotliBlock = 2,
}
