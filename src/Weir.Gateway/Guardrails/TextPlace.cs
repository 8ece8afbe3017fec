using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Guardrails;

/// <summary>Where a text of a request lies in its bytes.</summary>
/// <param name="Start">Behind the quote.</param>
/// <param name="Length">Bytes, as escaped as they are.</param>
/// <param name="IsUser">Whether a user wrote it.</param>
/// <param name="Message">Which message it is a part of.</param>
internal readonly record struct TextPlace(int Start, int Length, bool IsUser, int Message)
{
    /// <summary>What it says; half a surrogate pair is U+FFFD.</summary>
    public string Read(ReadOnlySpan<byte> body)
    {
        var raw = body.Slice(Start, Length);
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var reader = new Utf8JsonReader(body.Slice(Start - 1, Length + 2));
        _ = reader.Read();
        return WireText.Read(reader);
    }
}
