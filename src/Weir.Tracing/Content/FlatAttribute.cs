using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;

namespace Weir.Tracing.Content;

/// <summary>One member of a flat object of attributes: its name and its value as JSON.</summary>
internal readonly record struct FlatAttribute(string Name, ReadOnlyMemory<byte> Json)
{
    /// <summary>The members of an object, in order; the values are parts of the given memory.</summary>
    public static List<FlatAttribute> ReadAll(ReadOnlyMemory<byte> attributes)
    {
        var all = new List<FlatAttribute>();
        var text = new JsonText();
        var reader = new Utf8JsonReader(attributes.Span, JsonTextCutter.ReaderOptions);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(text.Read(reader));
            _ = reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            all.Add(new FlatAttribute(name, attributes[start..(int)reader.BytesConsumed]));
        }

        return all;
    }

    /// <summary>The place in a list that a name leads to.</summary>
    /// <remarks><c>llm.tools.12.tool.json_schema</c> is member <c>tool.json_schema</c> of element 12 of <c>llm.tools</c>.</remarks>
    public static bool TryFindElement(ReadOnlySpan<char> name, string list, out int index, out ReadOnlySpan<char> member)
    {
        index = 0;
        member = default;
        if (name.Length <= list.Length || name[list.Length] != '.' || !name.StartsWith(list, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = name[(list.Length + 1)..];
        var dot = rest.IndexOf('.');
        if (dot < 0 || !int.TryParse(rest[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out index))
        {
            return false;
        }

        member = rest[(dot + 1)..];
        return true;
    }
}
