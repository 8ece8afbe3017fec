using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>One model of a document: what could be read of it, or the first reason why it cannot be taken.</summary>
internal sealed class ModelDraft(string id)
{
    /// <summary>What the document calls it.</summary>
    public string Id { get; } = id;

    /// <summary>Null: it can be taken.</summary>
    public string? Problem { get; private set; }

    /// <summary>Set when there is no problem.</summary>
    public ModelConfiguration? Model { get; private set; }

    public void Refuse(string problem) => Problem ??= problem;

    public void Take(ModelConfiguration model) => Model = Problem is null ? model : null;

    /// <summary>Those of the modalities that are known here; refuses a model that has none.</summary>
    public ImmutableArray<string> Modalities(IEnumerable<string> named, ImmutableArray<string> vocabulary, string kind)
    {
        var known = named.Where(vocabulary.Contains).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (known.IsEmpty)
        {
            Refuse($"no {kind} modality that is known here");
        }

        return known;
    }
}
