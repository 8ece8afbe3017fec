using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Audit;
using Weir.Ledger.Keys;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>What all management operations share: a management key, a line in the log of changes, and refusals as answers.</summary>
internal sealed partial class ManagementEdge(Authorization authorization, IAuditStore audit, TimeProvider time, ILogger<ManagementEdge> logger)
{
    public void Get(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) => routes.MapGet(path, Guard(operation));

    public void Post(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) => routes.MapPost(path, Guard(operation));

    /// <summary>A read whose question is too long for an address: a POST that changes nothing, and leaves no line in the log.</summary>
    public void Query(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) =>
        routes.MapPost(path, authorization.ManagementKey((context, caller) => RunAsync(context, () => operation(context, caller))));

    /// <summary>An update that leaves a <see cref="ChangeNote"/>.</summary>
    public void Put(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) => routes.MapPut(path, Guard(operation));

    /// <inheritdoc cref="Put(IEndpointRouteBuilder, string, Func{HttpContext, Caller, Task})"/>
    public void Patch(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) => routes.MapPatch(path, Guard(operation));

    /// <summary>An update of something that shows how it is.</summary>
    /// <param name="routes">Where it is mapped.</param>
    /// <param name="path">Its address.</param>
    /// <param name="operation">What it does.</param>
    /// <param name="shown">Finds the object, and gives what shows it as the API does: asked before and after, for the log of changes.</param>
    public void Put(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation, ShownFinder shown) =>
        routes.MapPut(path, Guard(operation, shown));

    /// <inheritdoc cref="Put(IEndpointRouteBuilder, string, Func{HttpContext, Caller, Task}, ShownFinder)"/>
    public void Patch(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation, ShownFinder shown) =>
        routes.MapPatch(path, Guard(operation, shown));

    public void Delete(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) => routes.MapDelete(path, Guard(operation));

    /// <summary>An operation for management keys whose refusals become error answers.</summary>
    public RequestDelegate Guard(Func<HttpContext, Caller, Task> operation) =>
        authorization.ManagementKey((context, caller) => RunAsync(context, () => NoteAsync(context, caller, operation, shown: null)));

    /// <inheritdoc cref="Put(IEndpointRouteBuilder, string, Func{HttpContext, Caller, Task}, ShownFinder)"/>
    public RequestDelegate Guard(Func<HttpContext, Caller, Task> operation, ShownFinder shown) =>
        authorization.ManagementKey((context, caller) => RunAsync(context, () => NoteAsync(context, caller, operation, shown)));

    /// <summary>An operation that finds out by itself who may; its refusals become error answers too.</summary>
    public RequestDelegate GuardOpen(Func<HttpContext, Task> operation) => context => RunAsync(context, () => operation(context));

    /// <summary>An operation of another API with a line in the log; that API's edge says who may, and answers refusals.</summary>
    public Func<HttpContext, Caller, Task> Noted(Func<HttpContext, Caller, Task> operation) =>
        (context, caller) => NoteAsync(context, caller, operation, shown: null);

    // Noted before it is made, so that no change is missing; refused ones are in the log too.
    private async Task NoteAsync(
        HttpContext context, Caller caller, Func<HttpContext, Caller, Task> operation, ShownFinder? shown)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await operation(context, caller);
            return;
        }

        var row = new AuditRow { At = time.GetUtcNow(), Actor = caller.Key.Label, Method = request.Method, Path = request.Path };
        var id = await audit.BeginAsync(row, context.RequestAborted);
        ChangeWatch? watch = null;
        Task? ended = null;
        Task EndOnceAsync(int status) => ended ??= EndAsync(id, status, ChangeNote.Of(context) ?? watch?.Changes());

        // Who has the answer finds it in the log; who left before it began is noted all the same.
        context.Response.OnStarting(() => EndOnceAsync(context.Response.StatusCode));
        try
        {
            watch = shown is null ? null : new ChangeWatch(shown(context));
            await operation(context, caller);
            await EndOnceAsync(context.Response.StatusCode);
        }
        catch (GatewayException refusal)
        {
            await EndOnceAsync(refusal.Error.Status);
            throw;
        }
        catch (Exception gone) when (HasLeft(context, gone))
        {
            // Nobody was answered, and no status of the response says how far it came; what has changed does.
            await EndOnceAsync(StatusCodes.Status499ClientClosedRequest);
            throw;
        }
    }

    // A body shorter than announced is a connection that ended, and may be seen before the word that it did; nothing else is wrong with a body of known length.
    private static bool HasLeft(HttpContext context, Exception gone) => gone switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } when context.Request.ContentLength is not null => true,
        OperationCanceledException or IOException => context.RequestAborted.IsCancellationRequested,
        _ => false,
    };

    // The change has been made: that its status is missing in the log is all that can still go wrong.
    private async Task EndAsync(long id, int status, string? changes)
    {
        try
        {
            // What was refused changed nothing, as a rule.
            await audit.EndAsync(id, status, status >= StatusCodes.Status400BadRequest && changes == AuditedChanges.None ? null : changes);
        }
        catch (IOException failure)
        {
            Log.NotNoted(logger, failure, id);
        }
    }

    private async Task RunAsync(HttpContext context, Func<Task> operation)
    {
        try
        {
            await operation();
        }
        catch (GatewayException refusal)
        {
            await ErrorResponse.WriteAsync(context, refusal.Error);
        }
        catch (IOException failure) when (failure is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            // A full disk, most likely: it passes, so the caller may come back.
            Log.NotStored(logger, failure, context.Request.Method, context.Request.Path);
            await ErrorResponse.WriteAsync(context, AdmitStage.RecordsUnavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "How the change {Id} ended could not be noted in the log of changes.")]
        public static partial void NotNoted(ILogger logger, Exception failure, long id);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} could not be stored.")]
        public static partial void NotStored(ILogger logger, Exception failure, string method, string path);
    }
}
