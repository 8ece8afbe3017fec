using System.Collections.Immutable;

namespace Weir.Tracing.Datasets;

/// <summary>What an upload changes in a dataset as it was when it was looked at.</summary>
/// <remarks>Pure. The rules are Phoenix's: ids win over contents, an id that was deleted comes back to life, an id of this server must be known.</remarks>
public sealed record UploadPlan
{
    /// <summary>The most examples that one version may have.</summary>
    public const int MostExamples = 500_000;

    private const int ShownIds = 10;

    /// <summary>The dataset; null when it is to be made.</summary>
    public long? DatasetId { get; private init; }

    /// <summary>The newest version when the plan was made: it holds for no other. 0 when there was none.</summary>
    public long VersionId { get; private init; }

    public ImmutableArray<PlannedExample> Created { get; private init; } = [];
    public ImmutableArray<PlannedExample> Updated { get; private init; } = [];
    public ImmutableArray<PlannedExample> Unchanged { get; private init; } = [];
    public ImmutableArray<long> Deleted { get; private init; } = [];

    /// <summary>Examples of the newest version once the plan is carried out.</summary>
    public int ExampleCount { get; private init; }

    /// <summary>Why it must not be carried out; null when it may.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether the problem is that the dataset is there already.</summary>
    public bool IsNameTaken { get; private init; }

    /// <summary>Whether there is a new version.</summary>
    public bool HasChanges => VersionId == 0 || Created.Length + Updated.Length + Deleted.Length > 0;

    /// <param name="upload">What is to be written.</param>
    /// <param name="known">The dataset; null when there is none of that name.</param>
    public static UploadPlan Of(DatasetUpload upload, DatasetState? known)
    {
        if (known is not null && upload.Action == UploadAction.Create)
        {
            var problem = $"Dataset with the same name already exists: name='{upload.Name}'. Use the action append or update.";
            return new UploadPlan { IsNameTaken = true, Problem = problem };
        }

        var matcher = new ExampleMatcher(known?.Examples ?? []);
        var matches = new KnownExample?[upload.Examples.Length];
        if (matcher.FindAll(upload.Examples.AsSpan(), matches) is { } twice)
        {
            return new UploadPlan { Problem = $"Duplicate example_id in request: '{twice}'" };
        }

        return Sort(upload, known, matcher, matches);
    }

    private static UploadPlan Sort(DatasetUpload upload, DatasetState? known, ExampleMatcher matcher, KnownExample?[] matches)
    {
        var planned = upload.Examples.Zip(matches).ToArray();
        ImmutableArray<long> deleted = upload.Action == UploadAction.Update ? [.. matcher.Unmatched] : [];
        ImmutableArray<PlannedExample> created =
            [.. planned.Where(pair => pair.Second is null).Select(pair => new PlannedExample(pair.First, matcher.FindDeleted(pair.First)))];
        var count = (known?.Examples.Count(example => example.IsLive) ?? 0) + created.Length - deleted.Length;
        return new UploadPlan
        {
            DatasetId = known?.DatasetId,
            VersionId = known?.VersionId ?? 0,
            Created = created,
            Updated = [.. Known(pair => pair.Second!.Value.Hash != pair.First.Hash)],
            Unchanged = [.. Known(pair => pair.Second!.Value.Hash == pair.First.Hash)],
            Deleted = deleted,
            ExampleCount = count,
            Problem = ProblemOf(created, count),
        };

        IEnumerable<PlannedExample> Known(Func<(ExampleDraft First, KnownExample? Second), bool> isMeant) =>
            planned.Where(pair => pair.Second is not null && isMeant(pair)).Select(pair => new PlannedExample(pair.First, pair.Second!.Value.Id));
    }

    private static string? ProblemOf(ImmutableArray<PlannedExample> created, int count)
    {
        var unknown = created.Where(example => example.Draft.NodeId is not null).Select(example => $"'{example.Draft.GivenId}'").Take(ShownIds).ToArray();
        if (unknown.Length > 0)
        {
            return "Example IDs that look like node IDs must match existing examples, but the following do not correspond to any existing examples: "
                + string.Join(", ", unknown);
        }

        return count > MostExamples ? $"The dataset would have {count} examples; the most is {MostExamples}." : null;
    }
}
