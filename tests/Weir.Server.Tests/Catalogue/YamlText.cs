using System.Text;
using System.Text.Json;

namespace Weir.Server.Tests.Catalogue;

/// <summary>Reads the block style of YAML that has every name and text in double quotes, written apart from the writer it checks.</summary>
internal sealed class YamlText
{
    private readonly (int Indent, string Text)[] _lines;
    private int _next;

    private YamlText(string yaml) => _lines =
        [.. yaml.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (line.Length - line.TrimStart(' ').Length, line.TrimStart(' ')))];

    public static JsonElement Read(string yaml)
    {
        var json = new StringBuilder();
        new YamlText(yaml).ReadBlock(json, indent: 0);
        return JsonElement.Parse(json.ToString());
    }

    private void ReadBlock(StringBuilder json, int indent)
    {
        var isList = _lines[_next].Text.StartsWith('-');
        _ = json.Append(isList ? '[' : '{');
        for (var isFirst = true; _next < _lines.Length && _lines[_next].Indent == indent; isFirst = false)
        {
            var text = _lines[_next++].Text;
            var value = isList ? 1 : text.IndexOf("\":", StringComparison.Ordinal) + 2;
            _ = json.Append(isFirst ? "" : ",").Append(isList ? "" : text[..value]);
            if (text.Length > value)
            {
                _ = json.Append(text.AsSpan(value));
            }
            else
            {
                ReadBlock(json, _lines[_next].Indent);
            }
        }

        _ = json.Append(isList ? ']' : '}');
    }
}
