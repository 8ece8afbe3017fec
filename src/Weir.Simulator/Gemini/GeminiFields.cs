using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Reads members by either of the two names that Google's JSON allows: <c>generationConfig</c> and <c>generation_config</c>.</summary>
internal static class GeminiFields
{
    public static JsonElement? Either(this JsonElement parent, string name) =>
        parent.Field(name) ?? parent.Field(string.Concat(name.Select(letter => char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : letter.ToString())));

    /// <summary>Items of a list; none when it is not there.</summary>
    /// <exception cref="RefusalException">It is there and no list.</exception>
    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) => parent.Either(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } other => throw JsonFields.WrongType(name, "an array", other),
    };
}
