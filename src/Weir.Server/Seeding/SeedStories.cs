using System.Collections.Immutable;
using Weir.OpenInference;
using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>Makes up what applications do: conversations, answers from documents, agents, batches, and requests that are refused.</summary>
internal sealed class SeedStories(SeedWorld world, SeedCalls calls, SeedTexts texts, SeedRandom random)
{
    private const double RefusedShare = 0.012;

    private static readonly (string Name, string Arguments, string Result, double Ms)[] Tools =
    [
        ("look_up_order", """{"order":"S-4711"}""", """{"status":"shipped","carrier":"Seed Parcel"}""", 140),
        ("search_tickets", """{"query":"same problem","limit":5}""", """[{"id":"T-118"},{"id":"T-240"}]""", 260),
        ("read_file", """{"path":"src/report.py"}""", "def report(rows): ...", 12),
        ("run_tests", """{"suite":"unit"}""", "128 passed, 1 failed", 2400),
        ("send_message", """{"to":"customer","text":"..."}""", "sent", 320),
    ];

    /// <summary>What somebody does at a moment: one trace, or those of one conversation.</summary>
    /// <param name="at">When it begins.</param>
    /// <param name="until">No further turn begins after it.</param>
    public IEnumerable<SeedTrace> Tell(DateTimeOffset at, DateTimeOffset until)
    {
        var by = random.Pick(world.Callers, caller => caller.Weight);
        if (random.Chance(RefusedShare))
        {
            return [Refused(by, at)];
        }

        return by.App.Shape switch
        {
            SeedShape.Chat => Conversation(by, at, until),
            SeedShape.Retrieval => [Retrieval(by, at)],
            SeedShape.Agent => [Agent(by, at)],
            SeedShape.Foreign => [Foreign(by, at)],
            _ => [Batch(by, at)],
        };
    }

    private IEnumerable<SeedTrace> Conversation(SeedCaller by, DateTimeOffset at, DateTimeOffset until)
    {
        var (session, user, model, subject) = (random.Text("session-", 10), User(), Model(), texts.Subject());
        var messages = ImmutableArray.Create(("system", "You are the assistant of a made-up company. Be brief."), ("user", texts.Question(subject)));
        var turns = Math.Clamp((int)random.Skewed(3, 0.7), 1, 9);
        for (var turn = 0; turn < turns && at < until; turn++)
        {
            var question = Question(model, messages, texts.Answer(subject)) with { Streams = random.Chance(0.85) };
            var trace = new SeedTrace(calls, random, by, at) { Session = session, User = user };
            var exchange = trace.Call(question);
            yield return trace;
            if (exchange.Failed)
            {
                yield break;
            }

            messages = messages.Add(("assistant", question.Answer)).Add(("user", texts.FollowUp()));
            at = trace.Now.AddSeconds(random.Skewed(50, 0.8));
        }
    }

    private SeedTrace Retrieval(SeedCaller by, DateTimeOffset at)
    {
        var subject = texts.Subject();
        var asked = texts.Question(subject);
        var trace = Traced(by, at);
        var root = random.SpanId();
        trace.Pause(3);
        _ = trace.Ask(new SeedQuestion { Model = random.Pick(world.Models.Embeddings, model => model.Weight), Messages = [("user", asked)], Answer = "" }, root, "embed question");
        var passages = Enumerable.Range(0, random.Between(3, 6)).Select(_ => texts.Passage(subject)).ToArray();
        trace.Step(Below(root, "search index", SpanKinds.Retriever) with { Input = asked, Attributes = SeedDocuments.Retrieved(passages, random) }, 45);
        if (random.Chance(0.6))
        {
            trace.Step(Below(root, "rerank", SpanKinds.Reranker) with { Input = asked, Attributes = SeedDocuments.Reranked(asked, passages, random) }, 120);
        }

        var question = Question(Model(), [("system", "Answer from the passages alone."), ("user", $"{string.Join("\n\n", passages)}\n\n{asked}")], texts.Answer(subject));
        var exchange = trace.Ask(question, root, "ChatCompletion");
        trace.Enclose(Root(root, "answer from documents", SpanKinds.Chain, at, exchange) with { Input = asked, Output = exchange.Failed ? null : question.Answer });
        return trace;
    }

    private SeedTrace Agent(SeedCaller by, DateTimeOffset at)
    {
        var subject = texts.Subject();
        var asked = texts.Question(subject);
        var trace = Traced(by, at);
        var (root, planner, model) = (random.SpanId(), random.SpanId(), Model());
        var messages = ImmutableArray.Create(("system", "You solve tasks with the tools you are given."), ("user", asked));
        trace.Pause(4);
        SeedExchange exchange;
        for (var left = random.Between(1, 5); ; left--)
        {
            var tool = random.Pick(Tools);
            var isLast = left == 0;
            var question = Question(model, messages, isLast ? texts.Answer(subject) : tool.Arguments) with { Tool = isLast ? null : tool.Name };
            exchange = trace.Ask(question, planner, "ChatCompletion");
            if (isLast || exchange.Failed)
            {
                break;
            }

            Use(trace, planner, tool);
            messages = messages.Add(("assistant", $"I use {tool.Name}.")).Add(("user", tool.Result));
        }

        trace.Enclose(Root(planner, "plan and act", SpanKinds.Chain, at.AddMilliseconds(2), exchange) with { Parent = root });
        trace.Enclose(Root(root, "handle request", SpanKinds.Agent, at, exchange) with { Input = asked, Output = exchange.Failed ? null : texts.Answer(subject) });
        return trace;
    }

    private void Use(SeedTrace trace, SpanId parent, (string Name, string Arguments, string Result, double Ms) tool)
    {
        var fails = random.Chance(0.03);
        trace.Step(
            Below(parent, tool.Name, SpanKinds.Tool) with
            {
                Input = tool.Arguments,
                Output = fails ? null : tool.Result,
                Error = fails ? $"{tool.Name} did not answer" : null,
                Attributes = [new(ToolAttributes.Name, tool.Name), new(ToolAttributes.Parameters, tool.Arguments)],
            },
            tool.Ms);
    }

    // Calls that went past the gateway: only their application knows of them.
    private SeedTrace Foreign(SeedCaller by, DateTimeOffset at)
    {
        var subject = texts.Subject();
        var trace = Traced(by, at);
        var root = random.SpanId();
        foreach (var step in (string[])["extract", "summarise"])
        {
            var question = Question(Model(), [("user", $"{step}: {texts.Passage(subject)}")], texts.Answer(subject));
            var attributes = SeedTrace.MessagesOf(question, null);
            attributes.Add(new(LlmAttributes.Provider, question.Model.Endpoints[0].Provider.Slug));
            attributes.Add(new(LlmAttributes.TokenCountPrompt, (long)random.Skewed(900, 0.6)));
            attributes.Add(new(LlmAttributes.TokenCountCompletion, (long)random.Skewed(180, 0.6)));
            trace.Step(Below(root, step, SpanKinds.Llm) with { Input = question.Messages[0].Text, Output = question.Answer, Attributes = attributes }, 1600);
        }

        trace.Step(
            Below(root, "check the summary", SpanKinds.Evaluator) with { Output = "faithful", Attributes = [new("eval.score", Math.Round(random.Between(0.6, 1.0), 2))] }, 20);
        trace.Enclose(Root(root, "digest paper", SpanKinds.Chain, at, null) with { Input = subject });
        return trace;
    }

    private SeedTrace Batch(SeedCaller by, DateTimeOffset at)
    {
        var trace = new SeedTrace(calls, random, by, at);
        var texted = Enumerable.Range(0, random.Between(4, 25)).Select(_ => ("user", texts.Passage(texts.Subject()))).ToImmutableArray();
        _ = trace.Call(new SeedQuestion { Model = random.Pick(world.Models.Embeddings, model => model.Weight), Messages = texted, Answer = "" });
        return trace;
    }

    private SeedTrace Refused(SeedCaller by, DateTimeOffset at)
    {
        var trace = new SeedTrace(calls, random, by, at) { User = User() };
        var question = Question(Model(), [("user", texts.Question(texts.Subject()))], "");
        var (code, message) = random.Pick(SeedRefusals.All, refusal => refusal.Weight).Refusal;
        trace.Refuse(question, code, message);
        return trace;
    }

    private SeedTrace Traced(SeedCaller by, DateTimeOffset at) =>
        new(calls, random, by, at) { User = User(), Session = random.Chance(0.5) ? random.Text("session-", 10) : null };

    private SeedQuestion Question(SeedModel model, ImmutableArray<(string Role, string Text)> messages, string answer) => new()
    {
        Model = model,
        Fallback = random.Chance(0.45) ? Model() : null,
        Messages = messages,
        Answer = answer,
        Streams = random.Chance(0.5),
    };

    private SeedModel Model() => random.Pick(world.Models.Chat, model => model.Weight);

    private string User() => random.PickSkewed(world.EndUsers);

    private SeedSpan Below(SpanId parent, string name, string kind) =>
        new() { Id = random.SpanId(), Parent = parent, Name = name, Kind = kind, Start = default, End = default };

    private static SeedSpan Root(SpanId id, string name, string kind, DateTimeOffset start, SeedExchange? last) =>
        new() { Id = id, Name = name, Kind = kind, Start = start, End = start, Error = last?.Row.ErrorMessage };
}
