using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Stages;

namespace Weir.Tests.Providers.Golden;

/// <summary>Reads an answer as the gateway does: up to its end mark, an error in it, or what breaks it.</summary>
internal static class GoldenReplay
{
    public const string End = """{"end":true}""";
    public const string Broken = """{"broken":true}""";

    /// <summary>The events as JSON, with <see cref="End"/> for the end mark and <see cref="Broken"/> where the gateway counts the answer as cut.</summary>
    /// <remarks>The last part is the rule of <see cref="RelayStage"/>: a stream without a finish reason is cut, whatever follows; one that breaks behind it is whole.</remarks>
    public static async Task<List<string>> ReadAsync(IProvider dialect, Stream body, bool streamed)
    {
        var events = new List<string>();
        var hasFinished = false;
        try
        {
            await foreach (var item in dialect.ReadAsync(body, streamed, CancellationToken.None))
            {
                if (item.Kind == StreamEventKind.End)
                {
                    events.Add(End);
                    break;
                }

                events.Add(Encoding.UTF8.GetString(item.Json.Span));
                var facts = AnswerFacts.Read(item.Json.Span);
                if (facts.Error is not null)
                {
                    return events;
                }

                hasFinished |= facts.FinishReason is not null || item.Kind == StreamEventKind.Completion;
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            hasFinished &= streamed;
        }

        if (!hasFinished)
        {
            events.Add(Broken);
        }

        return events;
    }
}
