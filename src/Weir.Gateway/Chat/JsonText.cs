using System.Text;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>Reads JSON strings that may hold what no text can: broken UTF-8, or half of a surrogate pair such as <c>"\ud83d"</c>.</summary>
internal static class JsonText
{
    /// <summary>The string the reader stands on.</summary>
    /// <exception cref="JsonException">It is not valid Unicode.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException wrong)
        {
            throw new JsonException("A string is not valid Unicode.", wrong);
        }
    }

    /// <summary>The string the reader stands on; one that is not valid Unicode as it was written, escapes included.</summary>
    public static string ReadAnyway(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
