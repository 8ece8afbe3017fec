using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Lets a model call tools until it is done.</summary>
internal sealed class ToolLoop(ChatClient chat, IReadOnlyList<ToolFunction> tools, int maxTurns)
{
    private readonly Dictionary<string, ToolFunction> _byName = tools.ToDictionary(static tool => tool.Name, StringComparer.Ordinal);

    public async Task<ChatToolRun> RunAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var messages = new List<ChatMessage>(request.Messages);
        var offered = request with { Tools = [.. request.Tools ?? [], .. tools.Select(static tool => tool.Definition)] };
        for (var turn = 1; ; turn++)
        {
            var result = await chat.SendAsync(offered with { Messages = messages }, cancellationToken).ConfigureAwait(false);
            var answer = result.Choices is [{ Message: { } first }, ..] ? first : null;
            if (answer is not null)
            {
                messages.Add(answer);
            }

            var calls = answer?.ToolCalls ?? [];
            if (calls.Count == 0 || turn == maxTurns)
            {
                return new ChatToolRun { Result = result, Messages = messages, IsComplete = calls.Count == 0, Turns = turn };
            }

            foreach (var call in calls)
            {
                messages.Add(ChatMessage.Tool(call.Id ?? "", await RunAsync(call, cancellationToken).ConfigureAwait(false)));
            }
        }
    }

    private async Task<string> RunAsync(ChatToolCall call, CancellationToken cancellationToken)
    {
        if (call.Function is not { Name: { } name } || !_byName.TryGetValue(name, out var tool))
        {
            return Error($"There is no tool '{call.Function?.Name}'. There are: {string.Join(", ", _byName.Keys)}.");
        }

        try
        {
            return await tool.RunAsync(call.Function.Arguments is { Length: > 0 } arguments ? arguments : "{}", cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Error(e.Message); // the model can often mend what it did wrong
        }
    }

    private static string Error(string message) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["error"] = message }, ChatJson.Default.DictionaryStringString);
}
