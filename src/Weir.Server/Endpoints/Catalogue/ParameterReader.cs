using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Reads query parameters by type, and remembers the first that is wrong.</summary>
/// <remarks>An empty parameter counts as not given. Unknown ones are nobody's business: clients add their own.</remarks>
internal sealed class ParameterReader(IQueryCollection query)
{
    /// <summary>What is wrong with the parameters read so far; null while all are good.</summary>
    public string? Problem { get; private set; }

    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            Refuse($"'{name}' is given {values.Count} times; it can be given once.");
            return null;
        }

        return values.ToString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>One of a few words.</summary>
    public string? Word(string name, ImmutableArray<string> allowed)
    {
        if (Text(name) is not { } text || allowed.Contains(text))
        {
            return Text(name);
        }

        Refuse($"'{name}' is '{text}'; it can be {string.Join(", ", allowed)}.");
        return null;
    }

    /// <summary>True or false; null when it is not given.</summary>
    public bool? Flag(string name) => Word(name, ["true", "false"]) is { } text ? text == "true" : null;

    /// <summary>A list with commas, empty when it is not given; also the values of a parameter that is given more than once.</summary>
    public ImmutableArray<string> List(string name) =>
        [.. query[name].OfType<string>().SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>A list of words out of a few.</summary>
    public ImmutableArray<string> Words(string name, ImmutableArray<string> allowed)
    {
        var words = List(name);
        if (words.FirstOrDefault(word => !allowed.Contains(word)) is { } unknown)
        {
            Refuse($"'{name}' names '{unknown}'; it can name {string.Join(", ", allowed)}.");
        }

        return words;
    }

    /// <summary>A number of 0 or more; null when it is not given.</summary>
    public decimal? Number(string name, decimal most = decimal.MaxValue)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        Refuse($"'{name}' is '{text}'; it can be a number {(most == decimal.MaxValue ? "of 0 or more" : $"from 0 to {most}")}.");
        return null;
    }

    /// <summary>A whole number within bounds; null when it is not given.</summary>
    public int? Whole(string name, int least, int most = int.MaxValue)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse($"'{name}' is '{text}'; it can be a whole number {(most == int.MaxValue ? $"of {least} or more" : $"from {least} to {most}")}.");
        return null;
    }

    public void Refuse(string problem) => Problem ??= problem;
}
