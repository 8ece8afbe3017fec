using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Contents;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Reads whose prompts and answers a workspace has kept.</summary>
internal static class LoggingBody
{
    private const int MostKeys = 1_000;
    private const decimal LeastRate = 0.0001m;

    public static readonly string[] Members = ["is_observability_io_logging_enabled", "io_logging_sampling_rate", "io_logging_api_key_ids"];

    /// <summary>What was, with what the body changes.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static LoggingPolicy Read(ManagementBody body, LoggingPolicy known) => new()
    {
        IsEnabled = body.Has(Members[0]) ? body.Flag(Members[0]) is true : known.IsEnabled,
        SamplingRate = body.Has(Members[1]) ? RateOf(body) : known.SamplingRate,
        KeyIds = body.Has(Members[2]) ? KeysOf(body) : known.KeyIds,
    };

    private static decimal RateOf(ManagementBody body) => body.Number(Members[1]) switch
    {
        null => 1,
        >= LeastRate and <= 1 and { } rate => rate,
        var other => throw Refusal.Invalid($"'{Members[1]}' is {other}; it must be a number from {LeastRate} to 1."),
    };

    private static ImmutableArray<long>? KeysOf(ManagementBody body) => body.Member(Members[2]) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() <= MostKeys => [.. list.EnumerateArray().Select(KeyOf)],
        _ => throw Refusal.Invalid($"'{Members[2]}' must be a list of {MostKeys} numbers at most, or null for all keys."),
    };

    private static long KeyOf(JsonElement item) => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id) && id >= 0
        ? id
        : throw Refusal.Invalid($"'{Members[2]}' must hold whole numbers: the api_key_id of keys, as GET /api/v1/keys shows it.");
}
