using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>A model's name as a request writes it, taken apart: <c>author/slug:free:nitro</c>.</summary>
/// <param name="Base">Without any variant.</param>
/// <param name="Kept">Variants that are part of a model's own slug.</param>
internal sealed record ModelName(string Base, ImmutableArray<string> Kept)
{
    /// <summary>The last variant that sorts; null: none does.</summary>
    public SortMetric? Sort { get; init; }

    public bool AdmitsPriority { get; init; }
    public bool AdmitsFlex { get; init; }

    /// <summary>Whether <c>:online</c> is among the variants.</summary>
    public bool IsOnline { get; init; }

    /// <summary>With the variants that are part of the slug, in the order they were written.</summary>
    public string Slug => Kept.IsEmpty ? Base : $"{Base}:{string.Join(':', Kept)}";

    public static ModelName Parse(string text)
    {
        var parts = text.Split(':');
        var name = new ModelName(parts[0], []);
        foreach (var part in parts.AsSpan(1))
        {
            name = part.ToLowerInvariant() switch
            {
                "nitro" => name with { Sort = SortMetric.Throughput, AdmitsPriority = true },
                "floor" => name with { Sort = SortMetric.Price, AdmitsFlex = true },
                "exacto" => name with { Sort = SortMetric.Exacto },
                "online" => name with { IsOnline = true },
                _ => name with { Kept = name.Kept.Add(part) },
            };
        }

        return name;
    }

    /// <summary>A model as this name asks for it.</summary>
    public ModelChoice On(ModelChoice choice) => choice with { Sort = Sort, AdmitsPriority = AdmitsPriority, AdmitsFlex = AdmitsFlex };
}
