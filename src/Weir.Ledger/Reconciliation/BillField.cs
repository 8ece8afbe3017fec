namespace Weir.Ledger.Reconciliation;

/// <summary>What a column of a bill can hold, as far as it is compared.</summary>
public enum BillField
{
    Date,
    Model,
    Requests,
    PromptTokens,
    CompletionTokens,
    Cost,
}
