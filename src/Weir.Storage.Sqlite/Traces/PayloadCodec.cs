namespace Weir.Storage.Sqlite.Traces;

/// <summary>How a payload is compressed; the first byte of it, and a row of <c>codecs</c> once it is used.</summary>
internal enum PayloadCodec
{
    /// <summary>As it is: too small to gain anything.</summary>
    None = 0,

    /// <summary>Brotli, quality 1.</summary>
    Brotli = 1,
}
