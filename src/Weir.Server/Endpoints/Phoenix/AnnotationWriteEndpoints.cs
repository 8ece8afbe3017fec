using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>POST /v1/{span|trace|session|document}_annotations</c> and <c>POST /v1/{span|trace|session}_notes</c>.</summary>
/// <remarks>
/// Written when they are answered, with <c>sync</c> or without. Without it what they are about need not have arrived: instrumented programs
/// annotate spans that are still on their way.
/// </remarks>
internal sealed class AnnotationWriteEndpoints(PhoenixEdge edge, IAnnotationStore store, TimeProvider time)
{
    private const int MostAtOnce = 10_000;
    private const int ShownTargets = 10;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var form in AnnotationForm.OfProjects.Add(AnnotationForm.Document))
        {
            _ = routes.MapPost($"/v1/{form.Path}_annotations", edge.AnyKey((context, caller) => AnnotateAsync(context, caller, form)));
        }

        foreach (var form in AnnotationForm.OfProjects)
        {
            _ = routes.MapPost($"/v1/{form.Path}_notes", edge.AnyKey((context, caller) => NoteAsync(context, caller, form)));
        }
    }

    private async Task AnnotateAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var reader = Reader(caller, form);
        var annotations = PhoenixBody.Of(document.RootElement).Items("data").Take(MostAtOnce + 1).Select(reader.ReadAnnotation).ToArray();
        if (annotations.Length > MostAtOnce)
        {
            throw PhoenixEdge.Unprocessable($"'data' has more than {MostAtOnce} annotations; send them in several requests.");
        }

        if (string.Equals(context.Request.Query["sync"], "true", StringComparison.OrdinalIgnoreCase))
        {
            await RequireTargetsAsync(annotations, form, context.RequestAborted);
        }

        var ids = await store.WriteAsync(annotations, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => PhoenixJson.WriteIds(writer, form.IdType, ids));
    }

    private async Task NoteAsync(HttpContext context, Caller caller, AnnotationForm form)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var note = Reader(caller, form).ReadNote(body.Object("data") ?? body);
        await RequireTargetsAsync([note], form, context.RequestAborted);
        var ids = await store.WriteAsync([note], context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => PhoenixJson.WriteId(writer, form.IdType, ids[0]));
    }

    private async Task RequireTargetsAsync(IReadOnlyList<AnnotationRow> annotations, AnnotationForm form, CancellationToken cancellationToken)
    {
        var missing = await store.FindHomelessAsync(annotations, cancellationToken);
        if (missing.Count > 0)
        {
            var names = missing.Select(annotation => annotation.Target).Distinct(StringComparer.Ordinal).Take(ShownTargets);
            throw PhoenixEdge.NotFound($"There is no {form.Path} {string.Join(", ", names)} in this workspace. It may not have arrived yet: without sync=true annotations wait for it.");
        }
    }

    private AnnotationBody Reader(Caller caller, AnnotationForm form) => new(form, caller.WorkspaceId, UnixNow());

    private long UnixNow() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
