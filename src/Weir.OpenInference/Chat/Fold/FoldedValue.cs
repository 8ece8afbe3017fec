using System.Buffers;

namespace Weir.OpenInference;

/// <summary>A JSON value under construction from the pieces that a stream delivers.</summary>
internal abstract class FoldedValue
{
    /// <summary>True while there is nothing worth writing.</summary>
    public abstract bool IsEmpty { get; }

    public abstract void WriteTo(ArrayBufferWriter<byte> writer);
}
