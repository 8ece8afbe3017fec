using System.Security.Cryptography;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Reads what a client says of an experiment.</summary>
internal static class ExperimentForm
{
    private const int MostRepetitions = 1000;

    /// <summary>A new one on a version of a dataset.</summary>
    /// <exception cref="GatewayException">422: a value cannot be.</exception>
    public static ExperimentDraft Read(PhoenixBody body, DatasetRow dataset, DatasetVersionRow version, IReadOnlyList<SplitRow>? splits, long nowUnixNanos)
    {
        var experiment = new ExperimentRow
        {
            Id = 0,
            WorkspaceId = dataset.WorkspaceId,
            DatasetId = dataset.Id,
            VersionId = version.Id,
            Name = body.Text("name") is null or "" ? $"experiment-{Random(4)}" : body.RequiredName("name"),
            Description = body.Text("description"),
            Metadata = body.ObjectText("metadata") ?? "{}",
            Repetitions = Repetitions(body),

            // Its own project: the traces of two experiments are never mixed.
            ProjectName = $"Experiment-{Random(12)}",
            CreatedUnixNanos = nowUnixNanos,
            UpdatedUnixNanos = nowUnixNanos,
        };
        return new ExperimentDraft(experiment, splits is null ? null : [.. splits.Select(split => split.Id)]);
    }

    /// <summary>One that is there, with what is to change.</summary>
    /// <exception cref="GatewayException">422: a value cannot be.</exception>
    public static ExperimentRow Change(ExperimentRow known, PhoenixBody body, long nowUnixNanos)
    {
        if (body.Has("metadata") && body.Object("metadata") is null)
        {
            throw PhoenixEdge.Unprocessable("'metadata' must be a JSON object.");
        }

        return known with
        {
            Name = body.Has("name") ? body.RequiredName("name") : known.Name,
            Description = body.Has("description") ? body.Text("description") : known.Description,
            Metadata = body.ObjectText("metadata") ?? known.Metadata,
            UpdatedUnixNanos = nowUnixNanos,
        };
    }

    private static int Repetitions(PhoenixBody body) => (body.Count("repetitions") ?? 1) is <= MostRepetitions and var repetitions
        ? repetitions
        : throw PhoenixEdge.Unprocessable($"'repetitions' must be at most {MostRepetitions}.");

    private static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
