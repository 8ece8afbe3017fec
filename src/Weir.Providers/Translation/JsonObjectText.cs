using System.Text;
using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Tells whether a text is a JSON object, as arguments and results of tools mostly are.</summary>
internal static class JsonObjectText
{
    private const int MaxDepth = 64;

    public static bool IsObject(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{'))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
