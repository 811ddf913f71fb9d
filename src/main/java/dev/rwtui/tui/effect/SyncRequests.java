package dev.rwtui.tui.effect;

import dev.rwtui.engine.Request;
import dev.rwtui.tui.model.SyncAsk;

/** What is asked about the repository on a host, as requests. */
final class SyncRequests implements SyncAsk.Visitor<Request> {

    @Override
    public Request read(SyncAsk.Read ask) {
        return new Request.ReadSync(ask.host());
    }

    @Override
    public Request plan(SyncAsk.Plan ask) {
        return new Request.PlanSync(ask.host(), ask.wish());
    }

    @Override
    public Request planUndo(SyncAsk.PlanUndo ask) {
        return new Request.PlanUndo(ask.host(), ask.backup());
    }

    @Override
    public Request carryOut(SyncAsk.CarryOut ask) {
        return new Request.CarryOut(ask.host(), ask.plan());
    }

    @Override
    public Request cancel(SyncAsk.Cancel ask) {
        return new Request.CancelSync(ask.host());
    }

    @Override
    public Request listBackups(SyncAsk.ListBackups ask) {
        return new Request.ListBackups(ask.host());
    }

    @Override
    public Request showBackup(SyncAsk.ShowBackup ask) {
        return new Request.ShowBackup(ask.host(), ask.backup());
    }

    @Override
    public Request dropBackups(SyncAsk.DropBackups ask) {
        return new Request.DropBackups(ask.host(), ask.backups());
    }

    @Override
    public Request makeClone(SyncAsk.MakeClone ask) {
        return new Request.MakeClone(ask.host(), ask.path());
    }
}
