using System.Text.Json;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Datasets;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Experiments;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Datasets;

/// <summary>Datasets in a file: versions, uploads that meet each other and deletes, and that nothing is left of what was deleted.</summary>
public sealed class SqliteDatasetStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteTraceStore _traces;
    private readonly SqliteDatasetStore _store;
    private readonly SqliteExperimentStore _experiments;

    public SqliteDatasetStoreTests()
    {
        _traces = SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, TimeProvider.System);
        _store = new SqliteDatasetStore(_traces);
        _experiments = new SqliteExperimentStore(_traces);
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _traces.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Read_EachVersion_IsWhatItWasThen()
    {
        var first = await _store.UploadAsync(Upload(UploadAction.Create, ("1", "a"), ("2", "b")), None);
        var second = await _store.UploadAsync(Upload(UploadAction.Update, ("1", "a"), ("3", "c")), None);
        var third = await _store.UploadAsync(Upload(UploadAction.Update, ("9", "b"), ("3", "c")), None);

        Assert.Equal(["a=1", "b=2"], await ReadAsync(first));
        Assert.Equal(["a=1", "c=3"], await ReadAsync(second));
        Assert.Equal(["b=9", "c=3"], await ReadAsync(third));
        Assert.Equal(2, (await _store.FindAsync(Workspace, "qa", None))!.ExampleCount);
    }

    [Fact]
    public async Task Read_LargeExamples_PagesEndEarlyAndLoseNothing()
    {
        var text = new string('x', 3 << 20);
        var outcome = await _store.UploadAsync(
            Upload(UploadAction.Create) with { Examples = [.. Enumerable.Range(0, 7).Select(number => Draft($"\"{number}{text}\"", null))] }, None);
        var (pages, seen) = (0, 0);

        for (long? from = 0; from is { } first; pages++)
        {
            var page = await _store.ReadExamplesAsync(Query(outcome) with { FromId = first }, None);
            (from, seen) = (page!.Next, seen + page.Items.Length);
        }

        Assert.Equal(7, seen);
        Assert.InRange(pages, 3, 7);
    }

    [Fact]
    public async Task Delete_ManyRows_LeavesNothingOfItAndAllOfTheOthers()
    {
        var outcome = await _store.UploadAsync(Upload(UploadAction.Create) with { Examples = [.. Enumerable.Range(0, 2500).Select(number => Draft($"{number}", null))], HasSplits = true }, None);
        var kept = await _store.UploadAsync(Upload(UploadAction.Create, ("1", "a")) with { Name = "kept" }, None);
        _ = await ExperimentAsync(kept);
        var experiment = await ExperimentAsync(outcome);
        var run = await _experiments.WriteRunAsync(Workspace, Run(experiment, 5), None);
        _ = await _experiments.WriteEvaluationAsync(Workspace, Evaluation(run.Id), None);
        _ = await _experiments.TagAsync(experiment, "baseline", null, None);

        Assert.False(await _store.DeleteAsync(OtherWorkspace, outcome.DatasetId, None));
        Assert.True(await _store.DeleteAsync(Workspace, outcome.DatasetId, None));

        Assert.Equal((1L, 1L, 1L, 1L), (Count("datasets"), Count("dataset_versions"), Count("dataset_examples"), Count("dataset_revisions")));
        Assert.Equal((1L, 1L, 0L, 0L, 0L), (Count("experiments"), Count("experiment_examples"), Count("experiment_runs"), Count("experiment_evaluations"), Count("experiment_tags")));
        Assert.Null(await _store.ReadExamplesAsync(Query(outcome), None));
        Assert.Equal((0L, false), (await _experiments.WriteRunAsync(Workspace, Run(experiment, 6), None)) is var refused ? (refused.Id, refused.IsFinished) : default);
    }

    [Fact]
    public async Task Delete_AfterOneThatWasInterrupted_TakesItsRestsAwayToo()
    {
        var outcome = await _store.UploadAsync(Upload(UploadAction.Create, ("1", "a")), None);
        var other = await _store.UploadAsync(Upload(UploadAction.Create, ("1", "a")) with { Name = "other" }, None);
        Execute($"UPDATE datasets SET workspace = x'', name = '1' WHERE id = {outcome.DatasetId}");

        Assert.Null(await _store.FindAsync(Workspace, outcome.DatasetId, None));
        _ = await _store.DeleteAsync(Workspace, other.DatasetId, None);

        Assert.Equal((0L, 0L, 0L), (Count("datasets"), Count("dataset_examples"), Count("dataset_revisions")));
    }

    [Fact]
    public async Task Upload_WhileItIsDeleted_BeginsANewDatasetOrGoesWithTheOldOne()
    {
        for (var round = 0; round < 20; round++)
        {
            var before = await _store.UploadAsync(Upload(UploadAction.Update, ("1", "a")), None);
            var delete = _store.DeleteAsync(Workspace, before.DatasetId, None);
            var after = await _store.UploadAsync(Upload(UploadAction.Append, ("2", "b")), None);
            _ = await delete;

            var left = await _store.FindAsync(Workspace, "qa", None);
            Assert.Equal(left?.Id ?? before.DatasetId, after.DatasetId);
            if (left is not null)
            {
                Assert.Equal(["b=2"], await ReadAsync(after));
            }
        }
    }

    private async Task<string[]> ReadAsync(UploadOutcome outcome) =>
        [.. (await _store.ReadExamplesAsync(Query(outcome), None))!.Items.OrderBy(example => example.ExternalId, StringComparer.Ordinal).Select(example => $"{example.ExternalId}={example.Input[5..^1]}")];

    private static ExampleQuery Query(UploadOutcome outcome) => new() { WorkspaceId = Workspace, DatasetId = outcome.DatasetId, VersionId = outcome.VersionId, Limit = 1000 };

    private async Task<ExperimentRow> ExperimentAsync(UploadOutcome outcome) => (await _experiments.CreateAsync(
        new ExperimentDraft(
            new ExperimentRow
            {
                Id = 0, WorkspaceId = Workspace, DatasetId = outcome.DatasetId, VersionId = outcome.VersionId, Name = "e", Metadata = "{}", Repetitions = 1, ProjectName = "p",
                CreatedUnixNanos = 1, UpdatedUnixNanos = 1,
            },
            null),
        None))!;

    private static RunRow Run(ExperimentRow experiment, long example) =>
        new() { ExperimentId = experiment.Id, ExampleId = example, Repetition = 1, Output = "1", StartUnixNanos = 1, EndUnixNanos = 2 };

    private static EvaluationRow Evaluation(long run) =>
        new() { RunId = run, Name = "quality", AnnotatorKind = "CODE", Score = 1, Metadata = "{}", StartUnixNanos = 1, EndUnixNanos = 2 };

    private static DatasetUpload Upload(UploadAction action, params (string Value, string? Id)[] examples) =>
        new() { WorkspaceId = Workspace, Name = "qa", Action = action, Examples = [.. examples.Select(example => Draft(example.Value, example.Id))], NowUnixNanos = 5 };

    private static ExampleDraft Draft(string value, string? id)
    {
        var input = JsonElement.Parse($"{{\"v\":{value}}}");
        return new ExampleDraft { Input = CompactJson.Of(input), Output = "{}", Metadata = "{}", Hash = ExampleHash.Of(input, Empty, Empty), GivenId = id, Splits = ["train"] };
    }

    private long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("traces.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("traces.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
