using System.Buffers;

namespace Weir.OpenInference;

/// <summary>A value that the last piece replaces: identifiers, numbers, finish reasons.</summary>
internal sealed class FoldedRaw : FoldedValue
{
    private byte[] _json = [];

    public override bool IsEmpty => _json.Length == 0;

    /// <summary>The JSON token as it was sent, quotes included.</summary>
    public ReadOnlySpan<byte> Json => _json;

    /// <summary>Takes the new value. An empty string never replaces something: some servers repeat the key without its value.</summary>
    public void Replace(ReadOnlySpan<byte> json, FoldBudget budget)
    {
        if (json.SequenceEqual(_json) || (_json.Length > 0 && json.SequenceEqual("\"\""u8)))
        {
            return;
        }

        var growth = json.Length - _json.Length;
        if (growth == 0)
        {
            json.CopyTo(_json);
        }
        else if (growth < 0 || budget.TryTakeValue(growth))
        {
            _json = json.ToArray();
        }
    }

    public override void WriteTo(ArrayBufferWriter<byte> writer) => writer.Write(_json);
}
