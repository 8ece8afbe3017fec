using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Ledger.Reconciliation;

namespace Weir.Server.Reconciliation;

/// <summary>Shows a comparison of a bill with the ledger.</summary>
internal static class ReconcileText
{
    private const string Amount = "0.#########";
    private const int LongestModel = 44;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The rows that differ, and a line with the sums.</summary>
    public static string Table(CostQuery query, ImmutableArray<ReconciledRow> rows, ImmutableArray<ReconciledRow> differing)
    {
        var text = new StringBuilder();
        if (!differing.IsEmpty)
        {
            Line("date", "model", "bill $", "ours $", "difference $", "requests", "tokens");
            foreach (var row in differing)
            {
                Line(
                    Day(row.Day),
                    Safe(row.Model),
                    row.Bill is { } bill ? Money(bill.Cost) : "-",
                    row.Ours is { } ours ? Money(ours.Cost.ToDollars()) : "-",
                    Money(row.CostDifference),
                    Counts(row.Bill?.Counts.Requests, row.Ours?.Requests),
                    Counts(Sum(row.Bill?.Counts.PromptTokens, row.Bill?.Counts.CompletionTokens), Sum(row.Ours?.PromptTokens, row.Ours?.CompletionTokens)));
            }
        }

        var (billed, charged) = Totals(rows);
        return text
            .Append(CultureInfo.InvariantCulture, $"{Day(query.From)} to {Day(query.To)}: {rows.Length} days and models, {differing.Length} differ; ")
            .Append(CultureInfo.InvariantCulture, $"bill ${Money(billed)}, ours ${Money(charged)}, difference ${Money(charged - billed)}\n")
            .ToString();

        void Line(string day, string model, string bill, string ours, string difference, string requests, string tokens) =>
            text.Append(CultureInfo.InvariantCulture, $"{day,-10}  {model,-LongestModel}  {bill,14}  {ours,14}  {difference,14}  {requests,15}  {tokens}\n");
    }

    /// <summary>Everything, as JSON.</summary>
    public static string Json(CostQuery query, ImmutableArray<ReconciledRow> rows, ImmutableArray<ReconciledRow> differing)
    {
        var (billed, charged) = Totals(rows);
        var different = differing.ToHashSet();
        return new JsonObject
        {
            ["from"] = Day(query.From),
            ["to"] = Day(query.To),
            ["equal"] = differing.IsEmpty,
            ["bill_usd"] = billed,
            ["ours_usd"] = charged,
            ["difference_usd"] = charged - billed,
            ["rows"] = new JsonArray([.. rows.Select(row => (JsonNode)RowOf(row, !different.Contains(row)))]),
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject RowOf(ReconciledRow row, bool isEqual) => new()
    {
        ["date"] = Day(row.Day),
        ["model"] = row.Model,
        ["equal"] = isEqual,
        ["difference_usd"] = row.CostDifference,
        ["bill"] = row.Bill is not { } bill ? null : SideOf(bill.Cost, bill.Counts),
        ["ours"] = row.Ours is not { } ours ? null : SideOf(ours.Cost.ToDollars(), new BillCounts(ours.Requests, ours.PromptTokens, ours.CompletionTokens)),
    };

    private static JsonObject SideOf(decimal cost, BillCounts counts) => new()
    {
        ["cost_usd"] = cost,
        ["requests"] = counts.Requests,
        ["prompt_tokens"] = counts.PromptTokens,
        ["completion_tokens"] = counts.CompletionTokens,
    };

    private static (decimal Billed, decimal Charged) Totals(ImmutableArray<ReconciledRow> rows) =>
        (rows.Sum(row => row.Bill?.Cost ?? 0), rows.Sum(row => row.Ours?.Cost.ToDollars() ?? 0));

    private static long? Sum(long? one, long? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);

    private static string Counts(long? bill, long? ours) =>
        string.Create(CultureInfo.InvariantCulture, $"{bill?.ToString(CultureInfo.InvariantCulture) ?? "-"}/{ours?.ToString(CultureInfo.InvariantCulture) ?? "-"}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal dollars) => dollars.ToString(Amount, CultureInfo.InvariantCulture);

    // A name out of a file is no command to a terminal.
    private static string Safe(string model)
    {
        var shown = new string([.. model.Select(letter => char.IsControl(letter) ? '?' : letter)]);
        return shown.Length > LongestModel ? shown[..(LongestModel - 1)] + "…" : shown;
    }
}
