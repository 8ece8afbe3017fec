using System.Globalization;
using System.Text;

namespace Weir.OpenRouter;

/// <summary>Puts the query of an address together; what is null is left out.</summary>
internal sealed class QueryText
{
    private readonly StringBuilder _text = new();

    public QueryText Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryText Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryText Add(string name, decimal? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryText Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    public QueryText Add(string name, IReadOnlyList<string>? values) => Add(name, values is null ? null : string.Join(',', values));

    public override string ToString() => _text.ToString();
}
