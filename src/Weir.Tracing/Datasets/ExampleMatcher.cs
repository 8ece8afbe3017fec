namespace Weir.Tracing.Datasets;

/// <summary>Finds the example of a dataset that an uploaded one is.</summary>
/// <remarks>One with an id is found by its id alone; one without is found by what it says, each example once.</remarks>
internal sealed class ExampleMatcher
{
    private readonly Dictionary<long, KnownExample> _byId = [];
    private readonly Dictionary<string, KnownExample> _byExternalId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<ContentHash, Queue<KnownExample>> _byHash = [];
    private readonly HashSet<long> _matched = [];

    public ExampleMatcher(IReadOnlyList<KnownExample> known)
    {
        foreach (var example in known)
        {
            if (example is { IsLive: false, ExternalId: { } gone })
            {
                _gone[gone] = example.Id;
            }

            if (example.IsLive)
            {
                Add(example);
            }
        }
    }

    /// <summary>Finds the live example that each draft is. Those with an id come first: none of the others may take what they name.</summary>
    /// <param name="drafts">What was uploaded.</param>
    /// <param name="matches">Filled with one place a draft; null where there is none.</param>
    /// <returns>An id that names the same example as another one; null when there is none.</returns>
    public string? FindAll(ReadOnlySpan<ExampleDraft> drafts, Span<KnownExample?> matches)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Length; i++)
        {
            var draft = drafts[i];
            if (draft.GivenId is not { } id)
            {
                continue;
            }

            matches[i] = draft.NodeId is { } node ? Get(_byId, node) : Get(_byExternalId, id);
            if (!given.Add(id) || (matches[i] is { } known && !_matched.Add(known.Id)))
            {
                return id;
            }
        }

        for (var i = 0; i < drafts.Length; i++)
        {
            if (drafts[i].GivenId is null)
            {
                matches[i] = FindByContent(drafts[i].Hash);
            }
        }

        return null;
    }

    /// <summary>The example with the draft's id that earlier versions had; null when there never was one.</summary>
    public long? FindDeleted(ExampleDraft draft) => draft.ExternalId is { } id && _gone.TryGetValue(id, out var gone) ? gone : null;

    /// <summary>The live examples that no draft was.</summary>
    public IEnumerable<long> Unmatched => _byId.Keys.Where(id => !_matched.Contains(id));

    private void Add(KnownExample example)
    {
        _byId.Add(example.Id, example);
        if (example.ExternalId is { } external)
        {
            _byExternalId.Add(external, example);
        }

        if (!_byHash.TryGetValue(example.Hash, out var same))
        {
            _byHash.Add(example.Hash, same = new Queue<KnownExample>());
        }

        same.Enqueue(example);
    }

    private KnownExample? FindByContent(ContentHash hash)
    {
        while (_byHash.TryGetValue(hash, out var same) && same.TryDequeue(out var candidate))
        {
            if (_matched.Add(candidate.Id))
            {
                return candidate;
            }
        }

        return null;
    }

    private static KnownExample? Get<TKey>(Dictionary<TKey, KnownExample> examples, TKey key)
        where TKey : notnull => examples.TryGetValue(key, out var found) ? found : null;
}
