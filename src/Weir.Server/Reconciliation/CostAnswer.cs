using System.Globalization;
using System.Text.Json;
using Weir.Ledger.Reconciliation;
using Weir.Protocol.Primitives;

namespace Weir.Server.Reconciliation;

/// <summary>Asks a running server what models cost, and reads what it says.</summary>
internal static class CostAnswer
{
    public static string PathOf(CostQuery query) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/weir/credits/costs?from={query.From:yyyy-MM-dd}&to={query.To:yyyy-MM-dd}&byok={(query.Byok ? "true" : "false")}")
        + $"&provider={Uri.EscapeDataString(query.Provider ?? "")}";

    /// <exception cref="InvalidDataException">It is no such answer.</exception>
    public static IReadOnlyList<DailyCost> Read(JsonElement answer)
    {
        try
        {
            return [.. answer.GetProperty("data").EnumerateArray().Select(CostOf)];
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("the server did not say what models cost; is it a Weir of this version?", wrong);
        }
    }

    private static DailyCost CostOf(JsonElement row) => new()
    {
        Day = DateOnly.ParseExact(row.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Model = row.GetProperty("model").GetString()!,
        Requests = row.GetProperty("requests").GetInt64(),
        PromptTokens = row.GetProperty("prompt_tokens").GetInt64(),
        CompletionTokens = row.GetProperty("completion_tokens").GetInt64(),
        Cost = Usd.FromDollarsRoundedUp(row.GetProperty("cost").GetDecimal()),
    };
}
