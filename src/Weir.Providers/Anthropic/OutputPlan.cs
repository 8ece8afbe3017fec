using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>How much the model may write, and how much of that it thinks: the two share one limit, so they are decided together.</summary>
internal sealed record OutputPlan
{
    // The API insists on a limit. Every model that is served takes this one, and answers are rarely longer.
    private const long DefaultLimit = 32_000;
    private const long LeastBudget = 1_024;
    private const long MostBudget = 128_000;

    public required long Limit { get; init; }

    /// <summary><c>enabled</c>, <c>adaptive</c>, <c>disabled</c> or <c>between_tools</c>; null: not said.</summary>
    public string? Thinking { get; private init; }

    /// <summary>Tokens, with <c>enabled</c> only.</summary>
    public long? Budget { get; private init; }

    public bool IsHidden { get; private init; }

    public string? Effort { get; private init; }

    public bool IsThinking => Thinking is "enabled" or "adaptive";

    /// <exception cref="TranslationException">Limit and reasoning contradict each other, or the model.</exception>
    public static OutputPlan Of(JsonElement request, EndpointEntry endpoint, ClaudeModel model, bool forcesTool)
    {
        var asked = LimitOf(request);
        var plan = new OutputPlan { Limit = Math.Min(asked ?? long.MaxValue, endpoint.MaxCompletionTokens ?? asked ?? DefaultLimit) };
        var wish = AnthropicParameters.IsTaken("reasoning", endpoint) ? ReasoningWish.Read(request) : new ReasoningWish();
        plan = plan with { IsHidden = wish.IsHidden, Effort = EffortOf(request, endpoint, model, wish) };
        if (wish.IsOff && model.AlwaysThinks)
        {
            throw new TranslationException($"{model.Name} always reasons: it cannot be switched off. Leave 'reasoning' out, or send a low 'effort'.");
        }

        // A forced tool call and thinking exclude each other upstream; the call is what the caller's program depends on.
        if (wish.IsOff || forcesTool)
        {
            return plan.WithoutThinking(model);
        }

        if (!wish.IsOn)
        {
            // Its thinking is shown also when nobody asked for it, as that of other models.
            return model.ThinksByDefault && AnthropicParameters.IsTaken("reasoning", endpoint) ? plan with { Thinking = "adaptive" } : plan;
        }

        var hasBudget = model.TakesBudget && (wish.Budget is not null || !model.IsAdaptive);
        return hasBudget ? plan.WithBudget(wish, asked, endpoint, model) : plan with { Thinking = "adaptive" };
    }

    public void WriteThinking(Utf8JsonWriter writer)
    {
        if (Thinking is null)
        {
            return;
        }

        writer.WriteStartObject("thinking"u8);
        writer.WriteString("type"u8, Thinking);
        if (Budget is { } budget)
        {
            writer.WriteNumber("budget_tokens"u8, budget);
        }

        if (IsThinking && (IsHidden || Thinking == "adaptive"))
        {
            writer.WriteString("display"u8, IsHidden ? "omitted"u8 : "summarized"u8);
        }

        writer.WriteEndObject();
    }

    private static long? LimitOf(JsonElement request)
    {
        var limit = request.Find("max_completion_tokens") ?? request.Find("max_tokens");
        if (limit is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var tokens) && tokens > 0
            ? tokens
            : throw new TranslationException($"'max_tokens' is {value.GetRawText()}; it must be a whole number of at least 1.");
    }

    private static string? EffortOf(JsonElement request, EndpointEntry endpoint, ClaudeModel model, ReasoningWish wish)
    {
        if (!model.IsAdaptive)
        {
            return null;
        }

        var verbosity = AnthropicParameters.IsTaken("verbosity", endpoint) ? request.Text("verbosity") : null;
        var effort = verbosity ?? wish.Effort ?? (wish is { IsOn: true, Budget: null } ? "medium" : null);
        return effort switch
        {
            "minimal" => "low",
            "xhigh" when !model.TakesExtraHighEffort => "high",
            "xhigh" or "max" when wish.IsOff && model.ThinksBetweenTools => "high",
            _ => effort,
        };
    }

    private OutputPlan WithoutThinking(ClaudeModel model) => model switch
    {
        { ThinksBetweenTools: true } => this with { Thinking = "between_tools" },
        { ThinksByDefault: true } => this with { Thinking = "disabled" },
        _ => this,
    };

    private OutputPlan WithBudget(ReasoningWish wish, long? asked, EndpointEntry endpoint, ClaudeModel model)
    {
        var budget = Math.Max(Math.Min(wish.Budget ?? (long)(Limit * wish.Share), MostBudget), LeastBudget);

        // A caller who names a budget and no limit wants an answer behind the thinking.
        var limit = wish.Budget is not null && asked is null ? Math.Min(budget + DefaultLimit, endpoint.MaxCompletionTokens ?? long.MaxValue) : Limit;
        if (budget < limit)
        {
            return model.Thinks ? this with { Limit = limit, Thinking = "enabled", Budget = budget } : this;
        }

        // An effort is a share of the limit; of one this small nothing would be left for the answer.
        return wish.Budget is null
            ? this
            : throw new TranslationException(
                $"'reasoning.max_tokens' is {budget}, 'max_tokens' {limit}: the limit counts both reasoning and answer and must be larger.");
    }
}
