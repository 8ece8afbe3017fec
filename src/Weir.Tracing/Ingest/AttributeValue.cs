using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Writes the scalars of attributes as JSON, the same for both encodings of OTLP.</summary>
internal static class AttributeValue
{
    private static readonly SearchValues<byte> Fractional = SearchValues.Create(".E"u8);

    public static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> text) => writer.WriteStringValue(StorableText.Mend(text));

    /// <summary>Writes <c>1</c> as <c>1.0</c>, so that it is read back as what it was; JSON has no NaN and no infinity, these are strings.</summary>
    public static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteStringValue(double.IsNaN(number) ? "NaN"u8 : number > 0 ? "Infinity"u8 : "-Infinity"u8);
            return;
        }

        Span<byte> digits = stackalloc byte[40];
        _ = number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        if (digits[..length].IndexOfAny(Fractional) < 0)
        {
            ".0"u8.CopyTo(digits[length..]);
            length += 2;
        }

        writer.WriteRawValue(digits[..length], skipInputValidation: true);
    }
}
