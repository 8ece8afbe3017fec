using System.Text.Json;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Texts of stored JSON. One with half a surrogate pair is no text in .NET, and is shown as it was written.</summary>
internal static class JsonTexts
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }

    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return member.ToString();
        }
    }
}
