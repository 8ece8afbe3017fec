using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Prompts;

namespace Weir.Server.Endpoints.Phoenix.Prompts;

/// <summary>Finds the prompt or version that an address names.</summary>
internal sealed class PromptFinder(IPromptStore store)
{
    /// <exception cref="GatewayException">422: neither an id nor a name. 404: the workspace has none such.</exception>
    public async ValueTask<PromptRow> FindAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["prompt_identifier"]!;
        var id = GlobalId.TryReadNumber(text, NodeType.Prompt);
        if (id is null && !PhoenixIdentifier.IsValid(text))
        {
            throw PhoenixEdge.Unprocessable($"Invalid prompt name: {text}");
        }

        var found = id is { } number
            ? await store.FindAsync(caller.WorkspaceId, number, context.RequestAborted)
            : await store.FindAsync(caller.WorkspaceId, text, context.RequestAborted);
        return found ?? throw PhoenixEdge.NotFound($"There is no prompt with the id or name '{text}'.");
    }

    /// <exception cref="GatewayException">422: not the id of a version. 404: the workspace has none such.</exception>
    public async ValueTask<PromptVersionRow> FindVersionAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["prompt_version_id"]!;
        var id = GlobalId.TryReadNumber(text, NodeType.PromptVersion) ?? throw PhoenixEdge.Unprocessable($"Invalid prompt version ID: {text}");
        return await store.FindVersionAsync(caller.WorkspaceId, id, context.RequestAborted)
            ?? throw PhoenixEdge.NotFound($"Prompt version with ID {text} not found");
    }
}
