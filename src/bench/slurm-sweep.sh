#!/usr/bin/env bash
# A sweep as a Slurm array on this machine alone: sets up munge, slurmctld and slurmd from the distribution's packages
# (Debian, Ubuntu: apt-get install slurmd slurmctld slurm-client munge), makes a small sweep in one job and in an array of four
# with --shard, puts the parts together, and compares the tables but for their seconds. Needs root, and `mvn package` before.
#
#   src/bench/slurm-sweep.sh [COMMAND]     COMMAND: how distillery is started (default: ./distillery)
set -euo pipefail
cd "$(dirname "$0")/../.."
DISTILLERY=${1:-"$PWD/distillery"}
PARTS=4
HERE=$(mktemp -d /tmp/slurm-sweep-XXXXXX)
chmod 755 "$HERE"
HOST=$(hostname -s)

for program in munged slurmctld slurmd sbatch; do
    command -v "$program" >/dev/null || { echo "$program is missing: apt-get install slurmd slurmctld slurm-client munge" >&2; exit 1; }
done

STARTED=()
end() {
    for pid in "${STARTED[@]}"; do kill "$pid" 2>/dev/null || true; done
    pgrep -P $$ >/dev/null && wait 2>/dev/null || true
    rm -rf "$HERE"
}
trap end EXIT

# Munge, with a key of its own and as root.
mkdir -p "$HERE/munge" "$HERE/state" "$HERE/spool"
chmod 711 "$HERE/munge"
head -c 1024 /dev/urandom >"$HERE/munge/key"
chmod 400 "$HERE/munge/key"
munged --foreground --force --key-file="$HERE/munge/key" --socket="$HERE/munge/socket" --pid-file="$HERE/munge/pid" \
    --seed-file="$HERE/munge/seed" --log-file="$HERE/munge/log" \
    >"$HERE/munge.txt" 2>&1 &
STARTED+=($!)

cat >"$HERE/slurm.conf" <<CONF
ClusterName=classroom
SlurmctldHost=$HOST(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$HERE/munge/socket
CryptoType=crypto/munge
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$HERE/state
SlurmdSpoolDir=$HERE/spool
SlurmctldPidFile=$HERE/slurmctld.pid
SlurmdPidFile=$HERE/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1
NodeName=$HOST NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=class Nodes=$HOST Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$HERE/slurm.conf"
slurmctld -D >"$HERE/slurmctld.log" 2>&1 &
STARTED+=($!)
slurmd -D >"$HERE/slurmd.log" 2>&1 &
STARTED+=($!)
for _ in $(seq 60); do
    sinfo -h -o %T 2>/dev/null | grep -q idle && break
    sleep 1
done
sinfo || { tail -5 "$HERE"/slurm*.log >&2; exit 1; }

GRID="temperature=1,4,20; alpha=0.5,1; seed=1..4"
sweep() { echo "$DISTILLERY sweep --preset toy --epochs 20 --jobs 1 --grid \"$GRID\""; }

cat >"$HERE/whole.sh" <<JOB
#!/bin/bash
$(sweep) --out $HERE/whole
JOB
cat >"$HERE/array.sh" <<JOB
#!/bin/bash
$(sweep) --shard \$SLURM_ARRAY_TASK_ID/$PARTS --out $HERE/part\$SLURM_ARRAY_TASK_ID
JOB
cd "$HERE"
sbatch --wait --output=whole.txt whole.sh
sbatch --wait --array=1-$PARTS --output=part%a.txt array.sh
for part in part?; do echo "$part: $(($(wc -l <$part/sweep.csv) - 1)) runs"; done
$DISTILLERY sweep merge part? --out merged
without_seconds() { sed 's/,[^,]*$//' "$1"; }
if cmp <(without_seconds whole/sweep.csv) <(without_seconds merged/sweep.csv); then
    echo "merged and whole are the same: $(($(wc -l <merged/sweep.csv) - 1)) runs"
else
    exit 1
fi
