using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>How much the model is to think, which each company says in its own words, and how much it may write.</summary>
/// <remarks>
/// <code>
/// Claude: {"thinking":{"type":"enabled","budget_tokens":2000}}  {"thinking":{"type":"adaptive",…},"output_config":{"effort":"high"}}
/// Nova 2: {"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}
/// gpt-oss, DeepSeek, Kimi: {"reasoning_effort":"high"}   other models of OpenAI: {"reasoning":{"effort":"high"}}
/// </code>
/// </remarks>
internal sealed record ConverseReasoning
{
    private OutputPlan? _claude;
    private string? _effort;

    /// <summary>Tokens, reasoning included; null: the model's own limit.</summary>
    public long? Limit { get; private init; }

    /// <summary>Claude thinks, which excludes most sampling.</summary>
    public bool IsClaudeThinking => _claude?.IsThinking == true;

    /// <summary>Nova at its highest effort takes neither a limit nor sampling.</summary>
    public bool IsUnbounded { get; private init; }

    /// <exception cref="TranslationException">What is asked contradicts itself, or the model.</exception>
    public static ConverseReasoning Of(RequestParameters parameters, BedrockModel model, bool forcesTool)
    {
        var endpoint = parameters.Call.Endpoint;
        var asked = parameters.OutputLimit is { } wanted ? Math.Min(wanted, endpoint.MaxCompletionTokens ?? wanted) : (long?)null;
        if (model.Claude is { } claude)
        {
            var plan = OutputPlan.Of(parameters.Root, endpoint, claude, forcesTool);

            // Older models have limits of their own, below any that could be guessed; a budget needs one above it.
            return new ConverseReasoning { _claude = plan, Limit = asked is null && plan.Budget is null ? null : plan.Limit };
        }

        var effort = parameters.Reasoning() is { } wish ? EffortOf(wish, model) : null;
        var isUnbounded = model.IsReasoningNova && effort == "high";
        return new ConverseReasoning { _effort = effort, IsUnbounded = isUnbounded, Limit = isUnbounded ? null : asked };
    }

    /// <summary>Writes members of <c>additionalModelRequestFields</c>.</summary>
    public void Write(Utf8JsonWriter writer, BedrockModel model)
    {
        _claude?.WriteThinking(writer);
        if (_claude?.Effort is { } claudeEffort)
        {
            WriteObject(writer, "output_config", ("effort", claudeEffort));
        }

        if (_effort is null)
        {
            return;
        }

        if (model.IsReasoningNova)
        {
            WriteObject(writer, "reasoningConfig", ("type", "enabled"), ("maxReasoningEffort", _effort));
        }
        else if (model.IsOpenAi && !model.IsGptOss)
        {
            WriteObject(writer, "reasoning", ("effort", _effort));
        }
        else
        {
            writer.WriteString("reasoning_effort"u8, _effort);
        }
    }

    // Null: the model is left as it is, since it cannot be told, or is told by silence.
    private static string? EffortOf(ReasoningWish wish, BedrockModel model)
    {
        if (wish.IsOff && model.IsGptOss)
        {
            throw new TranslationException($"{model.Id} always reasons: it cannot be switched off. Leave 'reasoning' out, or send a low 'effort'.");
        }

        if (model.IsOpenAi && !model.IsGptOss)
        {
            return wish.IsOff ? "none" : wish.IsOn ? OfOpenAi(wish) : null;
        }

        return wish.IsOn && (model.IsReasoningNova || model.IsGptOss || model.ReasonsOnEffort) ? OfThree(wish) : null;
    }

    private static string OfOpenAi(ReasoningWish wish) => wish.Effort is "minimal" ? "low" : wish.Effort ?? "medium";

    private static string OfThree(ReasoningWish wish) => wish.Effort switch
    {
        "minimal" or "low" => "low",
        "high" or "xhigh" or "max" => "high",
        _ => "medium",
    };

    private static void WriteObject(Utf8JsonWriter writer, string name, params (string Name, string Value)[] members)
    {
        writer.WriteStartObject(name);
        foreach (var (member, value) in members)
        {
            writer.WriteString(member, value);
        }

        writer.WriteEndObject();
    }
}
