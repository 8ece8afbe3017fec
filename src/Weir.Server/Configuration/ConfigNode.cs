using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Weir.Server.Configuration;

/// <summary>One object of the configuration file: hands out its members by type and notes everything that is wrong with them.</summary>
/// <remarks>Nothing throws: all errors of a file are reported at once. A member that nobody asked for is an error too.</remarks>
internal sealed class ConfigNode
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _errors;

    public ConfigNode(JsonElement element, string path, List<string> errors)
    {
        Path = path;
        _errors = errors;
        foreach (var member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
            {
                Report(member.Name, "stands here twice; keep one of the two");
            }
        }
    }

    public string Path { get; }

    public IEnumerable<string> Names => _members.Keys;

    public bool Has(string name) => _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public void Report(string name, string problem) => _errors.Add($"{At(name)}: {problem}");

    public string? Text(string name, string example) => Take(name, JsonValueKind.String, $"must be a text, for example \"{example}\"")?.GetString();

    public string RequiredText(string name, string example)
    {
        if (!Has(name))
        {
            _ = _known.Add(name);
            Report(name, $"is missing; for example \"{example}\"");
            return "";
        }

        return Text(name, example) ?? "";
    }

    public string Choice(string name, string fallback, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name, fallback);
        if (text is not null && !allowed.Contains(text))
        {
            Report(name, $"is \"{text}\"; it can be {string.Join(", ", allowed.ToArray().Select(value => $"\"{value}\""))}");
            return fallback;
        }

        return text ?? fallback;
    }

    public bool Flag(string name, bool fallback) => Flag(name) ?? fallback;

    /// <summary>True, false, or null when it is not given.</summary>
    public bool? Flag(string name)
    {
        _ = _known.Add(name);
        if (!Has(name))
        {
            return null;
        }

        var value = _members[name];
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Report(name, "must be true or false");
        return null;
    }

    public int? Number(string name, int least, int example)
    {
        var value = Take(name, JsonValueKind.Number, $"must be a whole number, for example {example}");
        if (value is not { } number)
        {
            return null;
        }

        if (number.TryGetInt32(out var whole) && whole >= least)
        {
            return whole;
        }

        Report(name, $"is {number.GetRawText()}; it must be a whole number of at least {least}, for example {example}");
        return null;
    }

    /// <summary>A number with a fraction, within bounds.</summary>
    public double? Real(string name, double least, double most, double example)
    {
        var range = most == double.MaxValue ? $"of at least {least}" : $"from {least} to {most}";
        var value = Take(name, JsonValueKind.Number, $"must be a number, for example {example}");
        if (value is not { } number)
        {
            return null;
        }

        if (number.TryGetDouble(out var real) && real >= least && real <= most)
        {
            return real;
        }

        Report(name, $"is {number.GetRawText()}; it must be a number {range}, for example {example}");
        return null;
    }

    /// <summary>A day, written year-month-day.</summary>
    public DateOnly? Date(string name)
    {
        const string Problem = "must be a date, for example \"2026-01-31\"";
        var text = Take(name, JsonValueKind.String, Problem)?.GetString();
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report(name, $"is \"{text}\"; it {Problem}");
        return null;
    }

    /// <summary>The address of a page.</summary>
    public string? Url(string name, string example)
    {
        var text = Text(name, example);
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            return text;
        }

        Report(name, $"is \"{text}\"; it must be an http or https address, for example \"{example}\"");
        return null;
    }

    /// <summary>A price: a decimal text, dollars a unit, 0 or more.</summary>
    public decimal? Price(string name)
    {
        const string Problem = "must be a decimal text in US dollars, 0 or more, for example \"0.000001\"";
        var text = Take(name, JsonValueKind.String, Problem)?.GetString();
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price))
        {
            return price;
        }

        Report(name, $"is \"{text}\"; it {Problem}");
        return null;
    }

    public ImmutableArray<string>? Texts(string name, string example)
    {
        var problem = $"must be a list of texts, for example [\"{example}\"]";
        if (Take(name, JsonValueKind.Array, problem) is not { } list)
        {
            return null;
        }

        if (list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            Report(name, problem);
            return null;
        }

        return [.. list.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>A list of words out of a vocabulary.</summary>
    public ImmutableArray<string>? Words(string name, ImmutableArray<string> allowed)
    {
        var words = Texts(name, allowed[0]);
        foreach (var unknown in (words ?? []).Where(word => !allowed.Contains(word)))
        {
            Report(name, $"names \"{unknown}\"; it can name {string.Join(", ", allowed)}");
        }

        return words;
    }

    /// <summary>One word out of a vocabulary; null when it is not given.</summary>
    public string? Word(string name, ImmutableArray<string> allowed) => Has(name) ? Choice(name, allowed[0], allowed.AsSpan()) : Text(name, allowed[0]);

    public ConfigNode? Object(string name) =>
        Take(name, JsonValueKind.Object, "must be an object { … }") is { } value ? new ConfigNode(value, At(name), _errors) : null;

    public IReadOnlyList<ConfigNode> Objects(string name)
    {
        if (Take(name, JsonValueKind.Array, "must be a list of objects [ { … } ]") is not { } list)
        {
            return [];
        }

        var nodes = new List<ConfigNode>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(new ConfigNode(item, $"{At(name)}[{nodes.Count}]", _errors));
                continue;
            }

            Report(name, "must be a list of objects [ { … } ]");
            return [];
        }

        return nodes;
    }

    /// <summary>Reports the members nobody asked for. Call last.</summary>
    public void Finish()
    {
        foreach (var name in _members.Keys.Where(name => !_known.Contains(name)))
        {
            Report(name, Nearest(name) is { } nearest
                ? $"is not known; did you mean \"{nearest}\"?"
                : $"is not known; known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    private JsonElement? Take(string name, JsonValueKind kind, string problem)
    {
        _ = _known.Add(name);
        if (!Has(name))
        {
            return null;
        }

        var value = _members[name];
        if (value.ValueKind == kind)
        {
            return value;
        }

        Report(name, problem);
        return null;
    }

    private string? Nearest(string name) =>
        _known.Where(known => !_members.ContainsKey(known)).MinBy(known => Distance(name, known)) is { } best && Distance(name, best) <= 2 ? best : null;

    // Levenshtein; names are short.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    private string At(string name) => Path.Length == 0 ? name : name.Contains('/') || name.Contains('.') ? $"{Path}[\"{name}\"]" : $"{Path}.{name}";
}
