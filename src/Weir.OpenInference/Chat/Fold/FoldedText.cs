using System.Buffers;

namespace Weir.OpenInference;

/// <summary>A string that pieces are appended to.</summary>
/// <remarks>
/// Pieces are kept escaped, as they were sent: nothing is decoded and encoded again, and a surrogate pair that was split over two
/// chunks (<c>"\ud83d"</c>, <c>"\ude00"</c>) is whole again by being put together.
/// </remarks>
internal sealed class FoldedText : FoldedValue
{
    private readonly ArrayBufferWriter<byte> _escaped = new();

    public override bool IsEmpty => _escaped.WrittenCount == 0;

    public void Append(ReadOnlySpan<byte> escaped, FoldBudget budget)
    {
        if (!escaped.IsEmpty && budget.TryTakeText(escaped.Length))
        {
            _escaped.Write(escaped);
        }
    }

    public override void WriteTo(ArrayBufferWriter<byte> writer)
    {
        writer.Write("\""u8);
        writer.Write(_escaped.WrittenSpan);
        writer.Write("\""u8);
    }
}
